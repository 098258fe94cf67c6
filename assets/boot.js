// Starts the page's WebAssembly. Trunk has written both addresses into the head (Trunk.toml).
// A page whose script or WebAssembly fails stays the complete static page that it already is.
const address = (id) => document.getElementById(id).href;
try {
  const client = await import(address("client-js"));
  await client.default({ module_or_path: address("client-wasm") });
} catch (error) {
  document.documentElement.dataset.failed = "true";
  console.error(error);
}
