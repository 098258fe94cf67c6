// Failures of each kind that a page can have, for the scenario that proves they are seen.
setTimeout(() => {
  throw new Error("an uncaught fault");
});
Promise.reject(new Error("a rejected fault"));
// (module (func (export "trap") unreachable))
const trap = [
  [0, 97, 115, 109, 1, 0, 0, 0],
  [1, 4, 1, 96, 0, 0],
  [3, 2, 1, 0],
  [7, 8, 1, 4, 116, 114, 97, 112, 0, 0],
  [10, 5, 1, 3, 0, 0, 11],
].flat();
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(trap)));
setTimeout(exports.trap);
// An inline style, which the policy forbids.
document.body.insertAdjacentHTML("beforeend", '<i style="color: red"></i>');
