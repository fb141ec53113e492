/** The boards' and visitors' pages are written against React's names and run on Preact, a tenth of its size. */
export const preactInstead = [
  { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
  { find: /^react\/jsx-runtime$/, replacement: "preact/jsx-runtime" },
  { find: /^react(-dom)?$/, replacement: "preact/compat" },
];
