/** The invented product of the demo and the lives of its users: a pure function of a seed and an instant. */
@NullMarked
package dev.tessera.app.demo.world;

import org.jspecify.annotations.NullMarked;
