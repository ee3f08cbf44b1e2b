/** Clause 13 of the road map: health camps. */
package kz.jolkarta.measure.healthcamps;
