// Loaded into the server beside its own code (node --expose-gc --import): tells what it has used so far, once the garbage was collected.
process.on('message', () => {
  const before = process.cpuUsage()
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  const after = process.cpuUsage()
  // CPU in µs, of all threads, without and with the collection itself.
  process.send?.({ rss, heapUsed, external, before: before.user + before.system, after: after.user + after.system })
})
