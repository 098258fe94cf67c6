// The map in one file: opens the pack, answers from it whatever the programs fetch, leads links into the map or
// to the site, and starts the programs. `src/single/` writes the file.
{
  const html = document.documentElement;
  const BASE = html.dataset.root;
  const site = html.dataset.site;
  const decoder = new TextDecoder();

  // Seven bits a letter.
  const bytesOf = (letters) => {
    const bytes = new Uint8Array((letters.length * 7) >> 3);
    let waiting = 0;
    let count = 0;
    let at = 0;
    for (let place = 0; place < letters.length; place += 1) {
      waiting = (waiting << 7) | (letters.charCodeAt(place) & 127);
      count += 7;
      if (count >= 8) {
        count -= 8;
        bytes[at++] = waiting >> count;
        waiting &= (1 << count) - 1;
      }
    }
    return bytes;
  };

  const open = async () => {
    const letters = document.getElementById("pack").textContent;
    const gzip = new Blob([bytesOf(letters)]).stream().pipeThrough(new DecompressionStream("gzip"));
    const bytes = new Uint8Array(await new Response(gzip).arrayBuffer());
    let end = 0;
    while (bytes[end] !== 10 || bytes[end + 1] !== 10) end += 1;
    const files = new Map();
    let at = end + 2;
    for (const line of decoder.decode(bytes.subarray(0, end)).split("\n")) {
      const [name, length] = line.split("\t");
      files.set(name, bytes.subarray(at, (at += Number(length))));
    }
    return files;
  };
  const files = open();

  // Charts of earlier years are not inside.
  const absent = () =>
    html.lang === "ko"
      ? `<p class="muted">이 파일에는 가장 최근 해의 그림만 있습니다. 다른 해는 <a href="${BASE}">지도 사이트</a>에 있습니다.</p>`
      : `<p class="muted">This file holds the charts of the latest year. Others are on <a href="${BASE}">the site</a>.</p>`;
  window.fetch = async (address) => {
    const path = decodeURI(String(address)).replace(/^kbio:\//, "");
    const file = (await files).get(path);
    if (file) return new Response(file);
    return /^(en\/)?view\//.test(path) ? new Response(absent()) : new Response("", { status: 404 });
  };

  const lead = (link) => {
    const path = link.getAttribute("data-to") ?? link.getAttribute("href").slice("kbio:/".length);
    const prefix = html.lang === "ko" ? "" : "en/";
    const own = path.startsWith(prefix) ? path.slice(prefix.length) : path;
    const place = /^(region|cluster)\/([^/]+)\/$/.exec(own);
    if (place) link.setAttribute("href", `#${place[1]}=${place[2]}`);
    else if (site) link.setAttribute("href", site + path);
    else {
      link.setAttribute("data-to", path);
      link.removeAttribute("href");
    }
  };
  const mend = () => document.querySelectorAll('a[href^="kbio:/"]').forEach(lead);
  if (site) document.querySelectorAll("a[data-to]").forEach(lead);
  mend();
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });

  // The view that the file was saved at.
  if (html.dataset.hash && !location.hash) {
    try {
      location.hash = html.dataset.hash;
    } catch {}
  }

  const names = html.dataset.single.split(" ");
  globalThis.kbio = {
    bytes: async (name) => (await files).get(name),
    // One program after the other, as on the site.
    started: async () => {
      const name = names.shift();
      if (!name) return;
      const script = document.createElement("script");
      script.type = "module";
      script.textContent = decoder.decode((await files).get(`${name}.js`));
      document.body.append(script);
    },
  };
  kbio.started().catch((error) => {
    html.dataset.failed = "true";
    console.error(error);
  });
}
