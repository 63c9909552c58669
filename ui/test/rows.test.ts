import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const recorded = path.join(root, '../query-service/src/test/resources/recorded-rows')

/** What the compiler has against a row that is written out where its type is expected: unknown fields too. */
function against(type: string, rows: string): string[] {
  const name = path.join(root, 'src/api/recorded-rows.ts')
  const text = `import type * as rows from './rows'\nexport const recorded: ${type}[] = ${rows}\n`
  const options: ts.CompilerOptions = {
    noEmit: true, strict: true, skipLibCheck: true, types: [], lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ES2022,
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile } = host
  host.getSourceFile = (file, ...rest) => (file === name ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2022) : getSourceFile(file, ...rest))
  const program = ts.createProgram([name], options, host)
  return ts.getPreEmitDiagnostics(program, program.getSourceFile(name)).map(problem => ts.flattenDiagnosticMessageText(problem.messageText, '\n'))
}

const TYPES = {
  reviews: 'rows.ReviewEntry',
  recommendations: 'rows.RecommendationEntry',
  groups: "Omit<rows.GroupEntry, 'standing'>",
  trail: "Omit<rows.TrailEntry, 'standing'>",
}

for (const [view, type] of Object.entries(TYPES)) {
  test(`the rows of ${view} are of the type that the pages expect`, { timeout: 60_000 }, () => {
    const rows = readFileSync(path.join(recorded, `${view}.json`), 'utf8')
    expect(JSON.parse(rows)).not.toHaveLength(0)
    expect(against(type, rows)).toEqual([])
  })
}

test('a field that no type knows is noticed', { timeout: 60_000 }, () => {
  const rows = readFileSync(path.join(recorded, 'groups.json'), 'utf8').replace('"kind"', '"unknown" : 1, "kind"')
  expect(against(TYPES.groups, rows)).not.toEqual([])
})
