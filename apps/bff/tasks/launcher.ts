import { readFileSync } from 'node:fs'

const lookEveryMs = 500

/** Name and parent of a process (proc(5)); undefined when it is gone, or where there is no /proc. */
function look(pid: number): { name: string; parent: number } | undefined {
  try {
    const [, name = '', parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return { name, parent: Number(parent) }
  } catch {
    return undefined
  }
}

/** The processes between us and the command that was typed: npm or npx, pnpm, and the shells they start. */
function launchers(): number[] {
  const chain: { pid: number; name: string }[] = []
  for (let pid = process.ppid; pid > 1; ) {
    const found = look(pid)
    if (!found || !/^(npm|npx|pnpm|sh$|dash$)/.test(found.name)) break
    chain.push({ pid, name: found.name })
    pid = found.parent
  }
  return chain.slice(0, chain.findLastIndex(({ name }) => /^(npm|npx|pnpm)/.test(name)) + 1).map(({ pid }) => pid)
}

/** npm dies of a SIGTERM without passing it on, and would leave the server behind on its port: then we stop as if it had been ours. */
export function stopWithLauncher() {
  const chain = launchers()
  const timer = setInterval(() => {
    if (chain.every((pid) => look(pid))) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, lookEveryMs).unref()
}
