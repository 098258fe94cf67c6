// The frame's side of an embed: how it should look, how tall it is, and what it and its host tell each other.
//
// A classic script in the head: flags are set before anything is painted, and it runs in a sandboxed frame, which
// has no origin of its own and may load no modules. It never throws: a message is data from a stranger.
(() => {
  const html = document.documentElement;
  const asked = new URLSearchParams(location.search);

  // The look, by Datawrapper's names: `?plain=true` hides title, source and credit, `?static=true` leaves the
  // programs unstarted, `?dark=` is true, false or auto, `?transparent=true` lets the article's colour through.
  const is = (flag) => ["", "1", "true"].includes(asked.get(flag));
  for (const flag of ["plain", "static", "transparent"]) if (is(flag)) html.dataset[flag] = "";
  // The page says light: an article is, and a frame that follows the reader's device would stand out in it.
  if (asked.get("dark") === "auto") delete html.dataset.theme;
  else if (is("dark")) html.dataset.theme = "dark";

  // Opened by itself it has nobody to talk to.
  if (parent === window) return;

  // What is said is public: any host may show the frame.
  const post = (message) => parent.postMessage(message, "*");

  // The frame's name for itself: `?id=`, else its path. Old Datawrapper hosts look for it in their frames' addresses.
  const given = asked.get("id") ?? "";
  const id = /^[\w-]{1,64}$/.test(given) ? given : location.pathname.replace(/[^\w/.-]/g, "");
  const tell = (type, data) => post({ source: "kbio-atlas", v: 1, id, type, data });

  // ---- Height, in the words of whoever listens ----

  // Each says a height and a width in its own words. The first four need no introduction and disturb nobody.
  const dialects = new Map([
    ["own", (height, width) => tell("size", { height, width })],
    ["datawrapper", (height) => post({ "datawrapper-height": { [id]: height } })],
    ["amp", (height) => post({ sentinel: "amp", type: "embed-size", height })],
    ["medium", (height) => post(JSON.stringify({ src: location.href, context: "iframe.resize", height }))],
  ]);
  let said = 0;
  let width = 0;
  const repeat = (name) => said && dialects.get(name)?.(said, width);
  // The others are spoken once the host has shown that it understands.
  const learn = (name, speak) => {
    dialects.set(name, speak);
    repeat(name);
  };

  const say = () => {
    const box = html.getBoundingClientRect();
    const height = Math.ceil(box.height);
    // A pixel less is left to the host, or rounding would make the frame flutter; a pixel more would be cut off.
    if (!height || height === said || height === said - 1) return;
    said = height;
    width = Math.ceil(box.width);
    for (const speak of dialects.values()) speak(height, width);
  };

  // A change that comes with a height the host has just set may be its echo: it is believed once it has settled, and
  // a few times only until a change comes by itself, so that no host and frame can chase each other.
  const JUST = 100;
  const SETTLED = 200;
  const ECHOES = 3;
  let seenWidth = innerWidth;
  let seenHeight = innerHeight;
  let echoes = 0;
  let later;
  addEventListener("resize", () => {
    const height = innerHeight;
    setTimeout(() => (seenHeight = height), JUST);
  });
  const observer = new ResizeObserver(() => {
    clearTimeout(later);
    const isEcho = innerWidth === seenWidth && innerHeight !== seenHeight;
    seenWidth = innerWidth;
    if (!isEcho) {
      echoes = 0;
      say();
    } else if (echoes < ECHOES) {
      later = setTimeout(() => {
        echoes += 1;
        say();
      }, SETTLED);
    }
  });

  // ---- The handshakes ----

  // Pym names its frame in the address; WordPress puts a secret behind it, now and then when the frame is already there.
  const childId = asked.get("childId");
  if (childId) learn("pym", (height) => post(["pym", childId, "height", height].join("xPYMx")));
  const share = (secret) => learn("wordpress", (value) => post({ message: "height", value, secret }));
  const readSecret = () => {
    const secret = /\?secret=([A-Za-z0-9]{1,64})$/.exec(location.hash)?.[1];
    if (secret) share(secret);
  };
  readSecret();
  addEventListener("hashchange", readSecret);

  const SIZER = "[iFrameSizer]";
  let sizer;
  const hearSizer = (words) => {
    const [name, , sizesWidth] = words.split(":", 3);
    const isGreeting = name && ["true", "false"].includes(sizesWidth);
    if (!isGreeting || name === sizer) return repeat("iframe-resizer");
    sizer = name;
    let kind = "init";
    learn("iframe-resizer", (height, width) => {
      post(`${SIZER}${name}:${height}:${width}:${kind}`);
      kind = "resizeObserver";
    });
  };

  const hearText = (text) => {
    // Every greeting is short.
    if (text.length > 2000) return;
    if (text.startsWith(SIZER)) hearSizer(text.slice(SIZER.length));
    else if (childId && text.startsWith(`pymxPYMx${childId}xPYMxwidthxPYMx`)) repeat("pym");
  };

  const hearObject = (data) => {
    if (data.target === "kbio-atlas") obey(data);
    else if (data.sentinel === "amp" && data.type === "frames-init") repeat("amp");
    else if (data.type === "iframe-child-init")
      learn("open-iframe-resizer", (height, width) => post({ type: "iframe-resized", width, height }));
    else if (data.type === "iframe-get-child-dimensions") repeat("open-iframe-resizer");
    else if (data.message === "ready" && text(data.secret, /^[A-Za-z0-9]{1,64}$/)) share(data.secret);
  };

  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    if (typeof data === "string") hearText(data);
    else if (typeof data === "object" && data !== null) hearObject(data);
  });

  // ---- The host API: events out, commands in ----

  // A command is rebuilt from what it may hold; what else came with it goes no further.
  const text = (value, shape) => typeof value === "string" && shape.test(value);
  const commands = new Map([
    ["select", ({ place }) => text(place, /^[\w-]{1,64}$/) && { place }],
    ["set", ({ view }) => text(view, /^[\w=&,.:-]{0,500}$/) && { view }],
    ["step", ({ step }) => Number.isInteger(step) && step > 0 && step < 100 && { step }],
  ]);
  const isLive = () => "equipped" in html.dataset;
  // The last of each kind waits until the programs are there.
  const waiting = new Map();

  const obey = ({ v, type, data }) => {
    const check = v === 1 && commands.get(type);
    const checked = check && typeof data === "object" && data !== null && check(data);
    if (!checked) return tell("error", { code: "command", message: "not a command of this version" });
    if ("static" in html.dataset) return tell("error", { code: "static", message: "a static frame takes no command" });
    waiting.delete(type);
    waiting.set(type, checked);
    if (isLive()) carryOut();
  };
  const carryOut = () => {
    for (const [type, data] of waiting) {
      waiting.delete(type);
      document.dispatchEvent(new CustomEvent("kbio:command", { detail: { type, data } }));
    }
  };

  document.addEventListener("kbio:event", ({ detail }) => tell(detail.type, detail.data));
  new MutationObserver(() => {
    if (isLive()) carryOut();
    else if ("failed" in html.dataset) tell("error", { code: "programs", message: "the programs did not start" });
  }).observe(html, { attributeFilter: ["data-equipped", "data-failed"] });

  // Half a page has no height worth telling.
  addEventListener("DOMContentLoaded", () => {
    tell("ready", { page: html.dataset.page, lang: html.lang, static: "static" in html.dataset });
    post({ sentinel: "amp", type: "embed-ready" });
    observer.observe(html);
  });
  // Out of sight a frame of another site is not drawn, and its observer sleeps; the host wants the height all the same.
  addEventListener("load", say);
})();
