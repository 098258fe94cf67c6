// Starts the page's programs. A page whose scripts or WebAssembly fail stays the complete static page that it
// already is. The map's own comes first (Trunk has written its addresses into the head, Trunk.toml); the
// instruments, which other pages have alone, come once the map is live.
const root = document.documentElement;

// An embed starts when it is on screen or touched: ten of them in an article cost what the reader looks at.
const wanted = () =>
  new Promise((done) => {
    new IntersectionObserver((entries, observer) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      done();
    }).observe(document.body);
    for (const touch of ["pointerover", "focusin", "keydown"]) addEventListener(touch, done, { once: true });
  });

const start = async () => {
  if (document.getElementById("atlas")) {
    const address = (id) => document.getElementById(id).href;
    const client = await import(address("client-js"));
    await client.default({ module_or_path: address("client-wasm") });
  }
  await import(root.dataset.instruments);
};

// Its link leads to the same view of the page, also where no program starts.
const carry = () => {
  if (location.hash.includes("=")) document.querySelector("[data-same-view]").hash = location.hash;
};

try {
  if ("embed" in root.dataset) {
    carry();
    addEventListener("hashchange", carry);
    await wanted();
  }
  // Asked late: the frame's address has its say first (assets/frame.js).
  if (!("static" in root.dataset)) await start();
} catch (error) {
  if (!root.dataset.ready) root.dataset.failed = "true";
  console.error(error);
}
