import type { Client } from '@stomp/stompjs'
import type { Transport, TransportListener } from './live'
import type { Message } from './topic'

/** How often each side shows that it is there; the server says the same. */
const HEARTBEAT_MS = 10_000
/** Looked at once a heartbeat, so a silent server is given up after 15 to 25 s: before the third heartbeat is missed. */
const SILENT_AFTER_HEARTBEATS = 1.5
const ANSWERED_WITHIN_MS = 10_000
const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 10_000

/** Where the live channel is: the same origin as the page. */
const channel = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`

/** Each page waits for another time, so that not all come back in the same moment after the server was away. */
const shaken = (ms: number) => ms * (0.5 + Math.random() / 2)

/** STOMP over WebSocket; its code is loaded when the first page wants to be live, after the page is readable. */
export function stomp(): Transport {
  let client: Client | undefined

  async function start(listener: TransportListener) {
    const { Client: StompClient, ReconnectionTimeMode } = await import('@stomp/stompjs')
    const made = new StompClient({
      brokerURL: channel(),
      heartbeatIncoming: HEARTBEAT_MS,
      heartbeatOutgoing: HEARTBEAT_MS,
      heartbeatToleranceMultiplier: SILENT_AFTER_HEARTBEATS,
      // a server that is silent does not answer a close either
      discardWebsocketOnCommFailure: true,
      connectionTimeout: ANSWERED_WITHIN_MS,
      reconnectTimeMode: ReconnectionTimeMode.EXPONENTIAL,
      reconnectDelay: shaken(FIRST_DELAY_MS),
      maxReconnectDelay: shaken(LONGEST_DELAY_MS),
      onConnect: () => listener.connected(),
      onHeartbeatReceived: () => listener.heard(),
      onWebSocketClose: () => listener.lost(),
    })
    client = made
    made.activate()
    // whether a connection outlived a cut can't be seen from here; a new one is heard within moments
    window.addEventListener('offline', () => made.forceDisconnect())
    window.addEventListener('online', () => {
      if (!made.connected) void made.deactivate({ force: true }).then(() => made.activate())
    })
  }

  return {
    start: listener => void start(listener),
    subscribe(topic, headers, heard) {
      const subscription = client?.subscribe(topic, message => heard(JSON.parse(message.body) as Message), headers)
      return () => {
        if (client?.connected) subscription?.unsubscribe()
      }
    },
  }
}
