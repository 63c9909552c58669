import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** One line per test that fails, and one line of counts at the end. */
export default class Counts implements Reporter {
  private passed = 0
  private failed = 0
  private began = Date.now()

  onTestEnd(test: TestCase, result: TestResult) {
    if (result.status === 'skipped') return
    const name = test.titlePath().filter(Boolean).join(' > ')
    if (result.status === test.expectedStatus) {
      this.passed++
      console.log(`  ok   ${name} (${Math.round(result.duration)} ms)`)
      return
    }
    this.failed++
    console.log(`  FAIL ${name}`)
    for (const error of result.errors) console.log(error.message ?? error.value)
  }

  onError(error: { message?: string }) {
    this.failed++
    console.log(error.message)
  }

  onEnd(result: FullResult) {
    const failed = result.status === 'passed' ? this.failed : Math.max(1, this.failed)
    console.log(`e2e: ${this.passed} passed, ${failed} failed in ${Math.round((Date.now() - this.began) / 1000)} s`)
  }
}
