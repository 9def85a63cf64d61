/** How a program sends an event with one SDK. */
export interface Snippet {
  id: 'html' | 'web' | 'node' | 'python' | 'java' | 'go' | 'ruby' | 'php' | 'curl';
  label: string;
  /** What to run first; null where nothing has to be installed. */
  install: string | null;
  code: string;
}

/** Programs that can be pasted as they are: each sends "signed up" for one person. */
export function snippets(host: string, token: string): readonly Snippet[] {
  return [
    {
      id: 'web',
      label: 'Web',
      install: 'npm install posthog-js',
      code: `import posthog from 'posthog-js';

posthog.init('${token}', {
  api_host: '${host}',
  person_profiles: 'always',
});

posthog.capture('signed up', { plan: 'free' });`,
    },
    {
      id: 'html',
      label: 'HTML',
      install: null,
      code: `<script src="${host}/static/array.js"></script>
<script>
  posthog.init('${token}', {
    api_host: '${host}',
    person_profiles: 'always',
  });

  posthog.capture('signed up', { plan: 'free' });
</script>`,
    },
    {
      id: 'node',
      label: 'Node.js',
      install: 'npm install posthog-node',
      code: `import { PostHog } from 'posthog-node';

const client = new PostHog('${token}', { host: '${host}' });

client.capture({
  distinctId: 'ada',
  event: 'signed up',
  properties: { plan: 'free' },
});

await client.shutdown();`,
    },
    {
      id: 'python',
      label: 'Python',
      install: 'pip install posthog',
      code: `from posthog import Posthog

posthog = Posthog('${token}', host='${host}')

posthog.capture('signed up', distinct_id='ada', properties={'plan': 'free'})
posthog.shutdown()`,
    },
    {
      id: 'java',
      label: 'Java',
      install: `<dependency>
  <groupId>com.posthog</groupId>
  <artifactId>posthog-server</artifactId>
  <version>2.3.3</version>
</dependency>`,
      code: `PostHogInterface posthog = PostHog.with(
        PostHogConfig.builder("${token}").host("${host}").build());

posthog.capture(
        "ada",
        "signed up",
        PostHogCaptureOptions.builder().property("plan", "free").build());
posthog.close();`,
    },
    {
      id: 'go',
      label: 'Go',
      install: 'go get github.com/posthog/posthog-go',
      code: `package main

import "github.com/posthog/posthog-go"

func main() {
	client, err := posthog.NewWithConfig("${token}", posthog.Config{Endpoint: "${host}"})
	if err != nil {
		panic(err)
	}
	defer client.Close()

	client.Enqueue(posthog.Capture{
		DistinctId: "ada",
		Event:      "signed up",
		Properties: posthog.NewProperties().Set("plan", "free"),
	})
}`,
    },
    {
      id: 'ruby',
      label: 'Ruby',
      install: 'gem install posthog-ruby',
      code: `require 'posthog'

posthog = PostHog::Client.new(api_key: '${token}', host: '${host}')

posthog.capture(distinct_id: 'ada', event: 'signed up', properties: { plan: 'free' })
posthog.shutdown`,
    },
    {
      id: 'php',
      label: 'PHP',
      install: 'composer require posthog/posthog-php',
      code: `<?php
require 'vendor/autoload.php';

PostHog\\PostHog::init('${token}', ['host' => '${host}']);

PostHog\\PostHog::capture([
    'distinctId' => 'ada',
    'event' => 'signed up',
    'properties' => ['plan' => 'free'],
]);
PostHog\\PostHog::flush();`,
    },
    {
      id: 'curl',
      label: 'curl',
      install: null,
      code: `curl '${host}/i/v0/e/' \\
  --header 'Content-Type: application/json' \\
  --data '{
    "api_key": "${token}",
    "event": "signed up",
    "distinct_id": "ada",
    "properties": { "plan": "free" }
  }'`,
    },
  ];
}
