/**
 * Types of `embed.v1.js`, the script that puts the K-Bio Cluster Atlas into a page. What is here stays.
 *
 * ```html
 * <script src="https://…/embed.v1.js" async></script>
 * <kbio-map view="region/43/" lang="ko" height="640"><a href="…"><img src="…" alt="…"></a></kbio-map>
 * ```
 */

/** The nation: where nothing is selected. */
export type KbioNation = "00";

/** A region, a cluster, or the nation. */
export interface KbioPlace {
  kind: "nation" | "region" | "cluster";
  /** The region's code such as `"43"`, the cluster's id such as `"cb-osong"`, or `"00"`. */
  place: KbioNation | string;
  /** Its name in the frame's language. */
  name: string;
}

/** `kbio-ready`: the frame is there and takes commands; one that it cannot carry out yet it keeps. */
export interface KbioReady {
  /** The atlas' page: `""`, `"region/43/"`, `"network/"`, `"story/"`. */
  page: string;
  lang: "ko" | "en";
  /** Whether its programs are left out: then it takes no command. */
  static: boolean;
}

/** `kbio-size`: how tall the content is, in CSS pixels. The element has taken it over already. */
export interface KbioSize {
  height: number;
  width: number;
}

/** `kbio-step`: the scene of the story that is shown, from 1. */
export interface KbioStep {
  step: number;
}

/** `kbio-error`: a command that was not carried out, or programs that did not start. */
export interface KbioError {
  code: "command" | "static" | "programs";
  /** For those who write the page, in English. */
  message: string;
}

/** What the element tells, as `CustomEvent`s that bubble. */
export interface KbioEvents {
  "kbio-ready": CustomEvent<KbioReady>;
  "kbio-size": CustomEvent<KbioSize>;
  "kbio-select": CustomEvent<KbioPlace>;
  "kbio-hover": CustomEvent<KbioPlace>;
  "kbio-step": CustomEvent<KbioStep>;
  "kbio-error": CustomEvent<KbioError>;
}

/** What the element takes. Of each kind the last one counts while the frame is still coming. */
export interface KbioCommands {
  /** Selects a region by code, a cluster by id, or the nation by `"00"`. */
  select(place: string): void;
  /** Changes the view, as the hash of the atlas' pages spells it: `"indicator=pharma-workers&measure=lq"`. */
  set(view: string): void;
  /** Shows a scene of the story, from 1. */
  step(step: number): void;
}

/**
 * `<kbio-map>`. Attributes: `view` (page of the atlas, `"region/43/"`), `lang` (`ko`, `en`), `height` (pixels until the
 * frame has said its own), `title`, `dark` (`true`, `false`, `auto`), `plain`, `static`, `transparent`, and `sandbox`
 * in place of the usual permissions.
 */
export interface KbioMapElement extends HTMLElement, KbioCommands {
  addEventListener<K extends keyof KbioEvents>(
    type: K,
    listener: (this: KbioMapElement, event: KbioEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** `<div data-kbio-embed="region/43/">`: the same, attributes as `data-…`. */
export type KbioEmbedElement = HTMLElement & KbioCommands;

/** The messages under it, for pages that make the frame themselves. Post a command to the frame's window. */
export interface KbioMessage {
  source: "kbio-atlas";
  v: 1;
  /** `?id=` of the frame's address. */
  id: string;
  type: "ready" | "size" | "select" | "hover" | "step" | "error";
  data: KbioReady | KbioSize | KbioPlace | KbioStep | KbioError;
}
export type KbioCommand = { target: "kbio-atlas"; v: 1 } & (
  | { type: "select"; data: { place: string } }
  | { type: "set"; data: { view: string } }
  | { type: "step"; data: { step: number } }
);

declare global {
  interface HTMLElementTagNameMap {
    "kbio-map": KbioMapElement;
  }
  interface HTMLElementEventMap extends KbioEvents {}
}
