// Draws openapi.json. Everything is made of text nodes: nothing of the document is read as HTML.
"use strict";

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function typeOf(schema) {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(" | ");
  if (schema.type === "array") return `${typeOf(schema.items ?? {})}[]`;
  if (Array.isArray(schema.type)) return schema.type.join(" | ");
  return schema.type ?? "any";
}

function limitsOf(schema) {
  const limits = [];
  if (schema.minLength !== undefined || schema.maxLength !== undefined)
    limits.push(`${schema.minLength ?? 0} to ${schema.maxLength ?? "any"} characters`);
  if (schema.pattern) limits.push(schema.pattern);
  if (schema.format) limits.push(schema.format);
  return limits.join(", ");
}

function rowsOf(schema, prefix) {
  const rows = [];
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    const needed = (schema.required ?? []).includes(name) ? "required" : "";
    const about = [part.description, limitsOf(part)].filter(Boolean).join("; ");
    rows.push([prefix + name, typeOf(part), needed, about]);
    const inner = part.type === "array" ? (part.items ?? {}) : part;
    if (inner.properties)
      rows.push(...rowsOf(inner, `${prefix}${name}${part.type === "array" ? "[]." : "."}`));
  }
  return rows;
}

function table(heads, rows) {
  const line = (cell) => (row) => element("tr", {}, ...row.map((text) => element(cell, {}, text)));
  return element(
    "table",
    {},
    element("thead", {}, line("th")(heads)),
    element("tbody", {}, ...rows.map(line("td"))),
  );
}

function schemaPart(title, schema) {
  if (!schema) return null;
  const object = schema.properties
    ? schema
    : ((schema.anyOf ?? []).find((choice) => choice.properties) ?? schema);
  const rows = rowsOf(object, "");
  const body = rows.length > 0 ? table(["Field", "Type", "", ""], rows) : element("pre", {}, typeOf(schema));
  return element("section", {}, element("h3", {}, title), body);
}

function operation(path, method, described) {
  const parameters = (described.parameters ?? []).map((parameter) => [
    parameter.name,
    parameter.in,
    typeOf(parameter.schema ?? {}),
    parameter.description ?? parameter.schema?.description ?? "",
  ]);
  const parts = Object.entries(described.responses ?? {}).map(([status, answer]) => {
    const schema = Object.values(answer.content ?? {})[0]?.schema;
    if (status.startsWith("2")) return schemaPart(`Answer ${status}`, schema);
    if (status === "default") return null;
    return element(
      "section",
      {},
      element("h3", {}, `Problem ${status}`),
      element("p", {}, answer.description ?? ""),
    );
  });
  const open = described.security && described.security.length === 0;
  return element(
    "details",
    { id: described.operationId ?? `${method}-${path}` },
    element(
      "summary",
      {},
      element("span", { class: "method" }, method.toUpperCase()),
      element("code", {}, path),
      element("span", { class: "what" }, described.summary ?? ""),
    ),
    described.description ? element("p", {}, described.description) : null,
    element("p", {}, open ? "No account needed." : "For a signed-in member of staff."),
    parameters.length > 0 ? table(["Parameter", "In", "Type", ""], parameters) : null,
    schemaPart("Body", Object.values(described.requestBody?.content ?? {})[0]?.schema),
    ...parts,
  );
}

function draw(api) {
  document.getElementById("about").textContent = api.info.description;
  const sections = new Map((api.tags ?? []).map(({ name }) => [name, []]));
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const [method, described] of Object.entries(methods)) {
      const name = described.tags?.[0] ?? "Other";
      sections.set(name, [...(sections.get(name) ?? []), operation(path, method, described)]);
    }
  }
  const filled = [...sections].filter(([, operations]) => operations.length > 0);
  const anchor = (name) => `section-${name.replace(/\W+/g, "-")}`;
  document
    .getElementById("contents")
    .replaceChildren(...filled.map(([name]) => element("a", { href: `#${anchor(name)}` }, name)));
  document
    .getElementById("operations")
    .replaceChildren(
      ...filled.map(([name, operations]) =>
        element("section", { id: anchor(name) }, element("h2", {}, name), ...operations),
      ),
    );
  const linked = document.getElementById(location.hash.slice(1));
  if (linked instanceof HTMLDetailsElement) linked.open = true;
  linked?.scrollIntoView();
}

function find(words) {
  const wanted = words.trim().toLowerCase();
  for (const details of document.querySelectorAll("details"))
    details.hidden = wanted !== "" && !details.textContent.toLowerCase().includes(wanted);
}

document.getElementById("find").addEventListener("input", (event) => find(event.target.value));
fetch("/api/openapi.json")
  .then((answer) => answer.json())
  .then(draw)
  .catch(() => {
    document.getElementById("operations").textContent =
      "The description could not be loaded. Reload the page to try again.";
  });
