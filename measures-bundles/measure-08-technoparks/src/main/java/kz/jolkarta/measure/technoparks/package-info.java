/** Clause 8 of the road map: technoparks. */
package kz.jolkarta.measure.technoparks;
