import { Failed } from '../api/client'
import { kept } from '../settings'

const WORDS = {
  en: { title: 'This page has failed', again: 'Load it again', home: 'Go to all reviews' },
  zh: { title: '此页面出错', again: '重新载入', home: '前往全部审核' },
}

/** What is shown when the page itself fails; it can't rely on the catalogue, which may be what failed. */
export function Broken({ error }: { error: unknown }) {
  const words = kept('language') === 'zh' || (!kept('language') && navigator.language.startsWith('zh')) ? WORDS.zh : WORDS.en
  return (
    <div className="page">
      <div className="notice failed" role="alert">
        <h1>{words.title}</h1>
        <p className="sub" lang="en">{error instanceof Failed ? error.message : String(error)}</p>
        <div className="form-f">
          <button type="button" className="btn" onClick={() => location.reload()}>{words.again}</button>
          <a className="btn ghost" href="/">{words.home}</a>
        </div>
      </div>
    </div>
  )
}
