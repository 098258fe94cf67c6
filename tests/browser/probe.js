// Keeps every failure of the page in `pageErrors`, in the same words for every browser.
window.pageErrors = [];
{
  const keep = (kind, what) => window.pageErrors.push(`${kind}: ${what}`);
  addEventListener(
    "error",
    (event) =>
      event.target instanceof Element
        ? keep("not loaded", event.target.outerHTML)
        : keep("uncaught", event.error?.stack ?? event.message),
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => keep("unhandled rejection", reason?.stack ?? reason));
  addEventListener("securitypolicyviolation", (event) =>
    keep("policy", `${event.effectiveDirective} forbids ${event.blockedURI}`),
  );
  const print = console.error;
  console.error = (...what) => {
    keep("console.error", what.map((each) => each?.stack ?? each).join(" "));
    print(...what);
  };
}
