// Loaded before the README's example, which is for a server on port 8000: sends what goes there to TESSERA_URL.
const { fetch } = globalThis
globalThis.fetch = (url, options) =>
  fetch(String(url).replace('http://localhost:8000', process.env.TESSERA_URL), options)
