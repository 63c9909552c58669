#!/usr/bin/env node
// Called by Maven. Uses the Node on the PATH, downloads none, and skips what has not changed (by content, not by time).
//   node build/ui.mjs install | bundle <outDir> | test
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`ui: Node ${process.versions.node} is too old, 20.19 or newer is needed`)
  process.exit(1)
}

const windows = process.platform === 'win32'
const bin = name => path.join('node_modules', '.bin', name)

function run(command, args, { env = {}, quiet = false } = {}) {
  const done = spawnSync(command, args, {
    stdio: quiet ? ['ignore', 'pipe', 'inherit'] : 'inherit',
    shell: windows,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (done.error) {
    console.error(`ui: ${command} did not start: ${done.error.message}`)
    process.exit(1)
  }
  return done
}

function need(command, args, options) {
  const done = run(command, args, options)
  if (done.status !== 0) process.exit(done.status ?? 1)
}

function files(from) {
  if (!existsSync(from)) return []
  if (statSync(from).isFile()) return [from]
  return readdirSync(from).sort().flatMap(name => files(path.join(from, name)))
}

function hash(...from) {
  const digest = createHash('sha256').update(process.versions.node)
  for (const file of from.flatMap(files)) digest.update(file).update(readFileSync(file))
  return digest.digest('hex')
}

const is = (stamp, value) => existsSync(stamp) && readFileSync(stamp, 'utf8') === value

function keep(stamp, value) {
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, value)
}

const CONFIG = ['package.json', 'package-lock.json', 'index.html', 'vite.config.ts', 'tsconfig.json', 'build']

function install() {
  const lock = hash('package.json', 'package-lock.json')
  if (is('node_modules/.lock-hash', lock)) return console.log('ui: packages up to date')
  need('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'])
  keep('node_modules/.lock-hash', lock)
}

function bundle(out) {
  const stamp = 'target/ui-bundle.hash'
  const sources = hash(...CONFIG, 'src', 'public', 'test')
  if (is(stamp, sources) && existsSync(path.join(out, 'index.html'))) return console.log('ui: bundle up to date')
  need(bin('tsc'), ['--noEmit'])
  need(bin('vite'), ['build', '--logLevel', 'warn'], { env: { UI_OUT: out } })
  const texts = files(out).filter(file => /\.(js|css|html|svg|json|txt)$/.test(file))
  for (const file of texts) {
    const content = readFileSync(file)
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  }
  weigh(out)
  keep(stamp, sources)
  console.log(`ui: bundled to ${out}, ${texts.length} files also compressed`)
}

/** What a reader's first visit may load as script, gzip: all reviews, in the larger language, with the live connection. */
const MOST_KIB = 200
const FIRST_PAGE = ['index.html', 'src/pages/home/Home.tsx', 'node_modules/@stomp/stompjs/esm6/index.js']

/** Prints what the first page and each further page cost; fails when the first page costs too much. */
function weigh(out) {
  const folder = path.join(out, '.vite')
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'))
  rmSync(folder, { recursive: true })
  const within = (names, found = new Set()) => {
    for (const name of names) {
      if (!manifest[name]) throw new Error(`ui: ${name} is not in the bundle any more; name what took its place`)
      if (found.has(name)) continue
      found.add(name)
      within(manifest[name].imports ?? [], found)
    }
    return found
  }
  const kib = names => [...names].reduce((sum, name) => sum + statSync(path.join(out, `${manifest[name].file}.gz`)).size, 0) / 1024
  const language = code => [`src/messages/${code}.json`, `src/messages/words.${code}.json`]
  const first = ['en', 'zh'].map(code => within([...FIRST_PAGE, ...language(code)])).sort((a, b) => kib(b) - kib(a))[0]
  const pages = Object.keys(manifest).filter(name => manifest[name].isDynamicEntry && /^src\/(pages|record)\/.*\.tsx$/.test(name))
  const further = pages.map(name => [path.basename(name, '.tsx'), kib([...within([name])].filter(part => !first.has(part)))])
  console.log(`ui: script of the first page ${kib(first).toFixed(1)} KiB gzip of ${MOST_KIB}; more for ${further.map(([name, size]) => `${name} ${size.toFixed(1)}`).join(', ')}`)
  if (kib(first) <= MOST_KIB) return
  console.error('ui: the first page loads too much script; load what it does not show when it is asked for')
  process.exit(1)
}

/** Prints one line of counts, so that a build's log says in one form how many tests there were. */
function test() {
  const stamp = 'target/ui-test.hash'
  const sources = hash(...CONFIG, 'src', 'test', '../query-service/src/test/resources/recorded-rows')
  if (is(stamp, sources)) return console.log('ui: tests up to date')
  rmSync('target/ui-test.json', { force: true })
  mkdirSync('target', { recursive: true })
  const done = run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', '--outputFile.json=target/ui-test.json'])
  if (existsSync('target/ui-test.json')) {
    const counts = JSON.parse(readFileSync('target/ui-test.json', 'utf8'))
    console.log(`ui: ${counts.numPassedTests} passed, ${counts.numFailedTests} failed`)
  }
  if (done.status !== 0) process.exit(done.status ?? 1)
  keep(stamp, sources)
}

const [what, out = 'target/classes/META-INF/resources'] = process.argv.slice(2)
if (what === 'install') install()
else if (what === 'bundle') bundle(out)
else if (what === 'test') test()
else {
  console.error('ui: install, bundle <outDir> or test')
  process.exit(1)
}
