/** Clause 1 of the road map: statistics of gifted children. */
package kz.jolkarta.measure.statistics;
