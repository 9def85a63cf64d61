package dev.tessera.app.access;

/** What proves who makes a request. */
public sealed interface Credential permits PersonalApiKey, Session {}
