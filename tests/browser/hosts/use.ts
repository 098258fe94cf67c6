// How a page uses the element. The compiler reads it (`tests/browser/hosts.rs`); nothing runs it.
import type { KbioCommand, KbioEmbedElement, KbioMessage } from "../../../assets/kbio-map";

const map = document.createElement("kbio-map");
map.setAttribute("view", "region/43/");
map.addEventListener("kbio-select", ({ detail }) => {
  const name: string = detail.kind === "cluster" ? detail.name : detail.place;
  document.title = name;
});
map.addEventListener("kbio-size", ({ detail }) => console.log(detail.height + 1));
document.addEventListener("click", () => map.select("43"));
map.set("measure=share");
map.step(3);

const place = document.querySelector<KbioEmbedElement>("[data-kbio-embed]");
place?.select("cb-osong");
place?.addEventListener("kbio-step", (event) => console.log(event.detail.step.toFixed()));

const command: KbioCommand = { target: "kbio-atlas", v: 1, type: "step", data: { step: 2 } };
const hear = (message: KbioMessage): string => message.id;
console.log(command, hear);

// What must not pass.
// @ts-expect-error a step is a number
map.step("3");
// @ts-expect-error there is no such command
map.navigate("https://example.org/");
// @ts-expect-error a command says what it is about
const empty: KbioCommand = { target: "kbio-atlas", v: 1, type: "select", data: {} };
// @ts-expect-error a size has no name
map.addEventListener("kbio-size", ({ detail }) => detail.name);
console.log(empty);
