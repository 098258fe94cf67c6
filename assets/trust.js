// Where a browser has Trusted Types, every text that becomes markup and every address that becomes a worker passes
// here. What is not ours is escaped before it comes so far; this is the lock behind that one.
// Frames may be written (the previews of the embed builder): the policy lets them show nothing but the site.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (markup) =>
    /<(script|object|embed|base|meta)\b|<[^>]*\s(on\w+|srcdoc)\s*=|javascript:/i.test(markup) ? null : markup,
  createScriptURL: (address) =>
    new URL(address, location.href).origin === new URL(location.href).origin ? address : null,
});
