import { options } from "preact";

/** Preact asks for `queueMicrotask`, which came with Chrome 71; a resolved promise does the same on older televisions. */
export function renderSoon(): void {
  options.debounceRendering = (render) => void Promise.resolve().then(render);
}
