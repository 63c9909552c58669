/** A run of words that stayed, went or came. */
export interface Run {
  kind: 'same' | 'gone' | 'new'
  text: string
}

const wordsOf = (text: string) => text.match(/\s+|[\u4e00-\u9fff]|[^\s\u4e00-\u9fff]+/g) ?? []
/** Longer texts are shown side by side; a table of all pairs of words would take too long. */
const LONGEST = 1_500

/** Compares two wordings word by word by their longest common run of words. */
export function diff(before: string, after: string): Run[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  if (a.length > LONGEST || b.length > LONGEST) return [{ kind: 'gone', text: before }, { kind: 'new', text: after }]
  const common: Uint16Array[] = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
    }
  }
  const runs: Run[] = []
  const put = (kind: Run['kind'], text: string) => {
    const last = runs.at(-1)
    if (last?.kind === kind) last.text += text
    else runs.push({ kind, text })
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      put('same', a[i]!)
      i++
      j++
    } else if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) put('gone', a[i++]!)
    else put('new', b[j++]!)
  }
  return runs
}
