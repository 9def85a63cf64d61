import { useEffect, useState } from 'react';
import { copyText } from '../copyText.ts';
import { CheckIcon, CopyIcon } from '../icons/index.ts';
import { IconButton } from './Button.tsx';
import styles from './Misc.module.css';

interface CopyLabels {
  copyLabel: string;
  copiedLabel: string;
}

export function CopyButton({ text, copyLabel, copiedLabel }: CopyLabels & { text: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (copied) {
      const timer = setTimeout(() => setCopied(false), 2_000);
      return () => clearTimeout(timer);
    }
  }, [copied]);
  return (
    <IconButton
      label={copied ? copiedLabel : copyLabel}
      icon={copied ? <CheckIcon size={15} /> : <CopyIcon size={15} />}
      onClick={() => void copyText(text).then(setCopied)}
    />
  );
}

/** Text to be copied, as it is. */
export function CodeBlock({ code, ...labels }: CopyLabels & { code: string }) {
  return (
    <div className={styles.code}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
      <CopyButton text={code} {...labels} />
    </div>
  );
}
