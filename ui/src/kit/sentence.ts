import { useT } from '../i18n'

/** One sentence for a fact. */
export function useSentence(): (fact: { type: string; stream: string; payload: unknown }) => string {
  const { word } = useT()
  return ({ type }) => word('eventName', type)
}
