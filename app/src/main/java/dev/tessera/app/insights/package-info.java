/** Insights: questions that are kept, with their answers. */
@NullMarked
package dev.tessera.app.insights;

import org.jspecify.annotations.NullMarked;
