// Sends one event of each kind after some page views, and prints the uuids of all when they are delivered.
// Arguments: the address of the server, the project token, how many page views, how many events a request has at most.
import { PostHog } from 'posthog-node'

const [host, token, views, batch] = process.argv.slice(2)
const client = new PostHog(token, {
  host,
  flushAt: Number(batch),
  maxBatchSize: Number(batch),
  flushInterval: 0,
  fetchRetryCount: 100,
  fetchRetryDelay: 100,
  requestTimeout: 2000,
})
const uuids = []
for (const kind of ['capture', 'identify', 'alias']) {
  client.on(kind, (event) => uuids.push(event.uuid))
}
client.on('error', (error) => console.error(String(error)))

for (let number = 0; number < Number(views); number++) {
  client.capture({ distinctId: 'anonymous', event: 'viewed', properties: { number } })
}
client.identify({ distinctId: 'ada', properties: { plan: 'free' } })
client.alias({ distinctId: 'ada', alias: 'anonymous' })
client.groupIdentify({ groupType: 'company', groupKey: 'acme', properties: { size: 3 }, distinctId: 'ada' })
client.capture({ distinctId: 'ada', event: 'paid', groups: { company: 'acme' }, properties: { price: 9.5 } })
await client.shutdown(60_000)
console.log(JSON.stringify(uuids))
