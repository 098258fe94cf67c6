// Keeps what frames tell this page, and when.
window.told = [];
addEventListener("message", (event) => told.push({ at: performance.now(), data: event.data }));
