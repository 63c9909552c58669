import type { Client } from '@stomp/stompjs'
import type { Transport, TransportListener } from './live'
import type { Message } from './topic'

const HEARTBEAT_MS = 10_000
const FIRST_DELAY_MS = 800
const LONGEST_DELAY_MS = 30_000

/** Where the live channel is: the same origin as the page. */
const channel = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`

/** STOMP over WebSocket; its code is loaded when the first page wants to be live, after the page is readable. */
export function stomp(): Transport {
  let client: Client | undefined
  let stopped = false
  let delay = FIRST_DELAY_MS

  async function start(listener: TransportListener) {
    const { Client: StompClient } = await import('@stomp/stompjs')
    if (stopped) return
    client = new StompClient({
      brokerURL: channel(),
      heartbeatIncoming: HEARTBEAT_MS,
      heartbeatOutgoing: HEARTBEAT_MS,
      reconnectDelay: FIRST_DELAY_MS,
      onConnect: () => {
        delay = FIRST_DELAY_MS
        listener.connected()
      },
      onWebSocketClose: () => {
        // doubled and shaken, so that not all pages come back in the same moment after the server was away
        delay = Math.min(LONGEST_DELAY_MS, delay * 2)
        if (client) client.reconnectDelay = delay * (0.5 + Math.random() / 2)
        listener.lost()
      },
    })
    client.activate()
    window.addEventListener('online', () => {
      if (client && !client.connected) void client.deactivate().then(() => client?.activate())
    })
  }

  return {
    start: listener => void start(listener),
    stop: () => {
      stopped = true
      void client?.deactivate()
    },
    subscribe(topic, headers, heard) {
      const subscription = client?.subscribe(topic, message => heard(JSON.parse(message.body) as Message), headers)
      return () => {
        if (client?.connected) subscription?.unsubscribe()
      }
    },
  }
}
