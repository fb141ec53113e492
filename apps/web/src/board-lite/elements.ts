/** An element with words in it: never HTML, for names come from people. */
export function element(tag: string, name: string, words?: string): HTMLElement {
  var made = document.createElement(tag);
  if (name !== "") made.className = name;
  if (words !== undefined) made.appendChild(document.createTextNode(words));
  return made;
}

export function mark(node: HTMLElement, attributes: { readonly [name: string]: string }): HTMLElement {
  Object.keys(attributes).forEach(function (name): void {
    node.setAttribute(name, attributes[name] || "");
  });
  return node;
}

export function within(parent: HTMLElement, children: readonly (HTMLElement | null)[]): HTMLElement {
  children.forEach(function (child): void {
    if (child !== null) parent.appendChild(child);
  });
  return parent;
}

/** Puts something else on the screen. */
export function show(root: HTMLElement, content: HTMLElement): void {
  while (root.firstChild !== null) root.removeChild(root.firstChild);
  root.appendChild(content);
}

export function paint(node: HTMLElement, ground: string, ink: string): HTMLElement {
  node.style.backgroundColor = ground;
  node.style.color = ink;
  return node;
}
