/** Tags, which insights and dashboards have alike. */
@NullMarked
package dev.tessera.app.tags;

import org.jspecify.annotations.NullMarked;
