/** From indicators to the report of a region. */
package kz.jolkarta.reporting;
