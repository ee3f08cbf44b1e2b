/**
 * The frame of the acceptance tests: a node of the assembled distribution, and ways to use it as a stranger would.
 *
 * <p>{@code @ExtendWith(SharedNode.class)} gives a test the one {@link kz.jolkarta.acceptance.Node} of the whole run (booted by Pax
 * Exam) as a parameter; {@link kz.jolkarta.acceptance.OwnNode} is a node of the archive as it is shipped, for tests that
 * kill, restart or spoil it.
 */
package kz.jolkarta.acceptance;
