/** What every store of dashboards must do, and tests of dashboards. */
@NullMarked
package dev.tessera.app.dashboards;

import org.jspecify.annotations.NullMarked;
