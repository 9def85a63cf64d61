/** The whole product, used as people use it: a server in this process and pages of it in Chromium. */
@NullMarked
package dev.tessera.browser;

import org.jspecify.annotations.NullMarked;
