/** Groups: companies, teams and whatever else events can be of, beside their person. */
@NullMarked
package dev.tessera.app.groups;

import org.jspecify.annotations.NullMarked;
