import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')

/** Starts Waymark as anybody would, on a free port and a folder of its own with the whole history; returns how to end it. */
export default async function world(): Promise<() => Promise<void>> {
  if (process.env.WAYMARK_URL) return async () => {}
  const data = mkdtempSync(path.join(tmpdir(), 'waymark-e2e-'))
  const server = spawn('./dev', ['up', '--port', '0', '--data', data, '--with-history'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    process.env.WAYMARK_URL = await ready(server)
  } catch (cause) {
    await end(server)
    throw cause
  }
  return async () => {
    await end(server)
    rmSync(data, { recursive: true, force: true })
  }
}

/** Resolves with the address once the server says that it is ready. */
function ready(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (part: Buffer) => {
      said += part.toString()
      const url = /Waymark is ready: (http:\/\/[^\s/]+)/.exec(said)?.[1]
      if (url) resolve(url)
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('exit', code => reject(new Error(`./dev up ended with ${code} before it was ready:\n${said.slice(-2000)}`)))
  })
}

function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })
}
