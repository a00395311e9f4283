import { spawn, spawnSync } from 'node:child_process'
import { delimiter, join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')
const path = [join(root, 'node_modules/.bin'), join(root, 'e2e/node_modules/.bin'), process.env['PATH']].join(delimiter)

/** Runs a command of the workspace with its output shown; true when it went well. */
export function run(command: string, ...args: string[]): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } })
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`)
      done(false)
    })
    child.on('close', (status) => done(status === 0))
  })
}

/** Whether a command line tool is installed. */
export const has = (tool: string): boolean => spawnSync('sh', ['-c', 'command -v "$1"', 'sh', tool]).status === 0
