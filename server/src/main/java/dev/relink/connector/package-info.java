/** The seam to the other systems: requests, responses, status codes. Knows neither HTTP nor XML nor the database. */
@NullMarked
package dev.relink.connector;

import org.jspecify.annotations.NullMarked;
