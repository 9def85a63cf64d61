/** Dashboards: insights and texts arranged on a page. */
@NullMarked
package dev.tessera.app.dashboards;

import org.jspecify.annotations.NullMarked;
