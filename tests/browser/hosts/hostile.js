// Messages that nobody should send: the same for the same seed. `throwAt(frame, count, seed)` posts them.
function hostileMessages(seed) {
  // Marsaglia's xorshift, 32 bits.
  let state = seed >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  const pick = (list) => list[below(list.length)];

  const markup = ["<img src=x onerror=top.hacked=hacked=1>", "<script>hacked=1</script>", '"><svg onload=hacked=1>'];
  const addresses = ["javascript:hacked=1", "//example.org/", "https://example.org/", "data:text/html,x", "../../../", "#a=1"];
  const words = [
    ...markup,
    ...addresses,
    "[iFrameSizer]",
    "[iFrameSizer]a:8:false:false:32:true:true::bodyOffset",
    "[iFrameSizer]__proto__:8:true",
    "pymxPYMxxPYMxwidthxPYMx9",
    "pymxPYMxaxPYMxnavigateToxPYMxhttps://example.org/",
    "__proto__",
    "constructor",
    "kbio-atlas",
    "43",
    "99",
    "cb-osong",
    "measure=share",
    "region=<b>&measure=share",
    "lent=1,2,3",
    "scheme=user-defined:9,1",
    "zoom=43&context=none",
    "\0",
    "\ud800",
    "오송",
    "%00%ff",
    "",
  ];
  const text = () => Array.from({ length: below(4) }, () => pick(words)).join(pick(["", ":", "&", "=", "xPYMx", " "]));
  const numbers = [0, -0, 1, -1, 1.5, NaN, Infinity, -Infinity, 1e308, 2 ** 53, 7, 3];
  const rare = [
    () => null,
    () => undefined,
    () => 10n ** 30n,
    () => new Date(NaN),
    () => /x/g,
    () => new Map([["target", "kbio-atlas"]]),
    () => new Set([1]),
    () => new ArrayBuffer(8),
    () => new Float64Array(4),
    () => new Error("<b>"),
    () => [, , 1],
    () => Object.assign([], { target: "kbio-atlas", v: 1, type: "select" }),
    () => pick(words).repeat(20000),
    () => {
      const ring = { target: "kbio-atlas", v: 1, type: "set" };
      ring.data = ring;
      return ring;
    },
    () => {
      let deep = {};
      for (let depth = 0; depth < 300; depth += 1) deep = { data: deep, target: "kbio-atlas" };
      return deep;
    },
    () => JSON.parse('{"__proto__":{"target":"kbio-atlas","v":1,"type":"select"},"data":{"place":"43"}}'),
  ];
  const value = (depth) => {
    const kind = below(10);
    if (kind < 4) return text();
    if (kind < 6) return pick(numbers);
    if (kind < 7) return pick([true, false, null]);
    if (kind < 8) return pick(rare)();
    return depth ? object(depth - 1) : {};
  };
  const names = ["target", "source", "v", "type", "data", "sentinel", "message", "secret", "place", "view", "step"];
  const object = (depth) => {
    const result = {};
    for (let count = below(6); count > 0; count -= 1) {
      const name = pick([...names, "__proto__", "constructor", "toString", "bodyPadding", "targetElementSelector"]);
      Object.defineProperty(result, name, { value: value(depth), enumerable: true, configurable: true, writable: true });
    }
    return result;
  };
  const types = ["select", "set", "step", "navigate", "__proto__", "constructor", "ready", "iframe-child-init"];
  const command = () => ({
    target: "kbio-atlas",
    v: pick([1, 1, 1, 2, "1"]),
    type: pick(types),
    data: pick([
      () => ({ place: text() }),
      () => ({ view: text() }),
      () => ({ step: pick(numbers) }),
      () => object(2),
      () => value(2),
    ])(),
  });
  const greeting = () => ({
    ...object(1),
    ...pick([{ sentinel: "amp", type: "frames-init" }, { type: "iframe-child-init" }, { message: "ready", secret: "a" }]),
  });
  return () => pick([command, command, greeting, () => object(3), () => value(2), text])();
}

window.throwAt = async (frame, count, seed) => {
  const message = hostileMessages(seed);
  for (let sent = 1; sent <= count; sent += 1) {
    frame.postMessage(message(), "*");
    // Let it read, as a host's own loop would.
    if (sent % 250 === 0) await new Promise((done) => setTimeout(done, 20));
  }
  return count;
};
