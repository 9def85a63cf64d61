/** Who calls, and what they may do: organizations, users, memberships, projects, API keys, and the guard of every route. */
@NullMarked
package dev.tessera.app.access;

import org.jspecify.annotations.NullMarked;
