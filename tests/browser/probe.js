// Keeps every failure of the page in `pageErrors`, in the same words for every browser.
window.pageErrors = [];
{
  const keep = (kind, what) => window.pageErrors.push(`${kind}: ${what}`);
  // Firefox's stack lacks the message, Chromium's repeats it.
  const tell = (error) => (error?.stack ? `${error}\n${error.stack}` : String(error));
  addEventListener(
    "error",
    (event) =>
      event.target instanceof Element
        ? keep("not loaded", event.target.outerHTML)
        : keep("uncaught", tell(event.error ?? event.message)),
    true,
  );
  addEventListener("unhandledrejection", (event) => keep("unhandled rejection", tell(event.reason)));
  addEventListener("securitypolicyviolation", (event) =>
    keep("policy", `${event.effectiveDirective} forbids ${event.blockedURI}`),
  );
  const print = console.error;
  console.error = (...what) => {
    keep("console.error", what.map(tell).join(" "));
    print(...what);
  };
}
