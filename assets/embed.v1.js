// Puts the atlas into a page of anybody's:
//
//   <script src="https://…/embed.v1.js" async></script>
//   <kbio-map view="region/43/" lang="ko" dark="auto" height="640"><a href="…"><img src="…" alt="…"></a></kbio-map>
//   <div data-kbio-embed="region/43/" data-lang="ko"> … </div>
//
// What stands inside is for readers without scripts. The name of this file and all that it offers are frozen: see
// kbio-map.d.ts. It never throws into its host, and loading it again does no harm.
(() => {
  const NAME = "kbio-map";
  const FLAGS = ["dark", "plain", "static", "transparent"];
  const EVENTS = ["ready", "size", "select", "hover", "step", "error"];
  // A page that lists frames of ours never needs one taller.
  const TALLEST = 20000;
  // It may run, open links in tabs and save files; it may never lead the host's page elsewhere.
  const MAY = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";

  if (!window.customElements) return;
  const known = customElements.get(NAME);
  if (known) return known.scan && known.scan();

  const script = document.currentScript || document.querySelector('script[src*="embed.v1.js"]');
  const home = new URL(".", (script && script.src) || location.href);
  const maps = new Set();
  const mapOf = (element) => [...maps].find((map) => map.element === element);

  class EmbeddedMap {
    constructor(element) {
      this.element = element;
      this.waiting = new Map();
      this.id = `kbio-${Math.random().toString(36).slice(2, 12)}`;
      this.frame = document.createElement("iframe");
      this.frame.loading = "lazy";
      this.frame.setAttribute("sandbox", this.asked("sandbox") ?? MAY);
      const height = `${Number(this.asked("height")) || 640}px`;
      Object.assign(this.frame.style, { display: "block", width: "100%", height, border: "0" });
      element.style.display = "block";
      this.show();
      // In a shadow the host's styles leave the frame alone, and what stands inside stays in the markup.
      (element.shadowRoot || element.attachShadow({ mode: "open" })).replaceChildren(this.frame);
      maps.add(this);
    }

    asked(name) {
      return this.element.getAttribute(name) ?? this.element.getAttribute(`data-${name}`);
    }

    // Only the atlas' own embeds, whatever the attributes say.
    address() {
      const view = this.asked("view") ?? this.asked("kbio-embed") ?? "";
      const embeds = new URL(this.asked("lang") === "en" ? "en/embed/" : "embed/", home);
      let url = embeds;
      try {
        url = new URL(view, embeds);
      } catch {}
      if (!url.href.startsWith(embeds.href)) url = embeds;
      url.searchParams.set("id", this.id);
      for (const flag of FLAGS) {
        const value = this.asked(flag);
        if (value !== null) url.searchParams.set(flag, value || "true");
      }
      return url.href;
    }

    show() {
      const name = this.asked("lang") === "en" ? "K-Bio Cluster Atlas" : "K-바이오 클러스터 지도";
      this.frame.title = this.asked("title") || name;
      const address = this.address();
      if (this.frame.src === address) return;
      this.isReady = false;
      this.frame.src = address;
    }

    // The last of each kind waits for a frame that is still to come.
    send(type, data) {
      this.waiting.set(type, { target: "kbio-atlas", v: 1, type, data });
      if (this.isReady) this.flush();
    }

    flush() {
      this.isReady = true;
      for (const message of this.waiting.values()) this.frame.contentWindow.postMessage(message, "*");
      this.waiting.clear();
    }

    hear(type, data) {
      if (type === "ready") this.flush();
      if (type === "size" && data.height > 0) this.frame.style.height = `${Math.min(data.height, TALLEST)}px`;
      this.element.dispatchEvent(new CustomEvent(`kbio-${type}`, { detail: data, bubbles: true }));
    }
  }

  const put = (element) => {
    try {
      if (!mapOf(element)) new EmbeddedMap(element);
    } catch {
      // Not a place for a frame: what stands inside stays.
    }
  };
  const send = (element, type, data) => {
    const map = mapOf(element);
    if (map) map.send(type, data);
  };
  const METHODS = {
    select(place) {
      send(this, "select", { place: String(place) });
    },
    set(view) {
      send(this, "set", { view: String(view) });
    },
    step(step) {
      send(this, "step", { step: Number(step) });
    },
  };

  class KbioMap extends HTMLElement {
    static get observedAttributes() {
      return ["view", "lang", "title", ...FLAGS];
    }
    static scan() {
      for (const element of document.querySelectorAll("[data-kbio-embed]")) put(Object.assign(element, METHODS));
    }
    connectedCallback() {
      put(this);
    }
    disconnectedCallback() {
      maps.delete(mapOf(this));
    }
    attributeChangedCallback() {
      const map = mapOf(this);
      if (map) map.show();
    }
  }
  Object.assign(KbioMap.prototype, METHODS);

  addEventListener("message", ({ source, data }) => {
    if (!source || !data || data.source !== "kbio-atlas" || data.v !== 1 || !EVENTS.includes(data.type)) return;
    for (const map of maps) if (map.frame.contentWindow === source) map.hear(data.type, data.data || {});
  });
  customElements.define(NAME, KbioMap);
  KbioMap.scan();
  document.addEventListener("DOMContentLoaded", KbioMap.scan);
})();
