/// <reference types="vite/client" />

declare module 'virtual:tessera-tokens.css';
