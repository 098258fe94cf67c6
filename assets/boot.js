// Starts the page's programs. A page whose scripts or WebAssembly fail stays the complete static page that it
// already is. The map's own comes first (Trunk has written its addresses into the head, Trunk.toml); the
// instruments, which other pages have alone, come once the map is live.
const root = document.documentElement;
try {
  if (document.getElementById("atlas")) {
    const address = (id) => document.getElementById(id).href;
    const client = await import(address("client-js"));
    await client.default({ module_or_path: address("client-wasm") });
  }
  await import(root.dataset.instruments);
} catch (error) {
  if (!root.dataset.ready) root.dataset.failed = "true";
  console.error(error);
}
