/** The HTTP edge: the route table, requests and responses, the error envelope, OpenAPI. Only it knows the web server. */
@NullMarked
package dev.tessera.app.http;

import org.jspecify.annotations.NullMarked;
