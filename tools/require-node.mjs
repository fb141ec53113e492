// Plain JavaScript on purpose: an old Node must be able to read it, to be told that it is too old.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Callnext needs Node 22.18 or newer, this is ${process.versions.node}. ` +
      "`npm ci` brings Node 24 along on Linux and on Intel Macs; elsewhere install it from https://nodejs.org.",
  );
  process.exit(1);
}
