namespace Notebooks.Book.Mathematics;

/// <summary>The commands that stand for one sign or one named function.</summary>
internal static class TeXSymbols
{
    private static readonly Dictionary<string, (AtomKind Kind, string Text)> Signs = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, double> Spaces = new(StringComparer.Ordinal)
    {
        [","] = 3 / 18.0,
        [":"] = 4 / 18.0,
        [">"] = 4 / 18.0,
        [";"] = 5 / 18.0,
        ["!"] = -3 / 18.0,
        [" "] = 0.25,
        ["quad"] = 1,
        ["qquad"] = 2,
    };

    static TeXSymbols()
    {
        Add(AtomKind.Ordinary, """
            alpha α  beta β  gamma γ  delta δ  epsilon ϵ  varepsilon ε  zeta ζ  eta η  theta θ  vartheta ϑ  iota ι  kappa κ  lambda λ
            mu μ  nu ν  xi ξ  omicron ο  pi π  varpi ϖ  rho ρ  varrho ϱ  sigma σ  varsigma ς  tau τ  upsilon υ  phi ϕ  varphi φ
            chi χ  psi ψ  omega ω
            Gamma Γ  Delta Δ  Theta Θ  Lambda Λ  Xi Ξ  Pi Π  Sigma Σ  Upsilon Υ  Phi Φ  Psi Ψ  Omega Ω
            infty ∞  partial ∂  nabla ∇  ell ℓ  hbar ℏ  Re ℜ  Im ℑ  emptyset ∅  varnothing ∅  forall ∀  exists ∃  nexists ∄  neg ¬  lnot ¬
            top ⊤  bot ⊥  angle ∠  triangle △  square □  prime ′  degree °  checkmark ✓  aleph ℵ  imath ı  jmath ȷ
            ldots …  dots …  dotsc …  cdots ⋯  dotsb ⋯  vdots ⋮  ddots ⋱  % %  $ $  # #  & &  _ _
            """);
        Add(AtomKind.Large, "sum ∑  prod ∏  coprod ∐  bigcup ⋃  bigcap ⋂  bigoplus ⨁  bigotimes ⨂  bigvee ⋁  bigwedge ⋀");
        Add(AtomKind.Integral, "int ∫  iint ∬  iiint ∭  oint ∮");
        Add(AtomKind.Binary, """
            pm ±  mp ∓  times ×  div ÷  cdot ⋅  ast ∗  star ⋆  circ ∘  bullet ∙  cap ∩  cup ∪  setminus ∖  wedge ∧  land ∧  vee ∨  lor ∨
            oplus ⊕  ominus ⊖  otimes ⊗  odot ⊙  oslash ⊘  dagger †
            """);
        Add(AtomKind.Relation, """
            le ≤  leq ≤  ge ≥  geq ≥  ne ≠  neq ≠  equiv ≡  approx ≈  sim ∼  simeq ≃  cong ≅  propto ∝  ll ≪  gg ≫
            prec ≺  succ ≻  lt <  gt >
            in ∈  notin ∉  ni ∋  subset ⊂  supset ⊃  subseteq ⊆  supseteq ⊇  mid ∣  parallel ∥  perp ⊥  models ⊨  vdash ⊢
            to →  rightarrow →  leftarrow ←  gets ←  leftrightarrow ↔  Rightarrow ⇒  Leftarrow ⇐  Leftrightarrow ⇔  iff ⟺  implies ⟹
            longrightarrow ⟶  longleftarrow ⟵  mapsto ↦  uparrow ↑  downarrow ↓  nearrow ↗  searrow ↘  coloneqq ≔  triangleq ≜  doteq ≐
            """);
        Add(AtomKind.Opening, "{ {  lbrace {  lbrack [  langle ⟨  lfloor ⌊  lceil ⌈  lvert |  lVert ‖  lparen (");
        Add(AtomKind.Closing, "} }  rbrace }  rbrack ]  rangle ⟩  rfloor ⌋  rceil ⌉  rvert |  rVert ‖  rparen )");
        Add(AtomKind.Ordinary, "vert |  Vert ‖  | ‖  backslash \\");
        Add(AtomKind.Punctuation, "colon :");
        AddNames(AtomKind.Function, "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth exp log ln lg arg deg dim ker hom");
        AddNames(AtomKind.Limit, "max min sup inf lim det gcd Pr");
        Signs["limsup"] = (AtomKind.Limit, "lim sup");
        Signs["liminf"] = (AtomKind.Limit, "lim inf");
    }

    /// <summary>The sign or function that a command stands for.</summary>
    public static bool TryFind(string command, out (AtomKind Kind, string Text) sign) => Signs.TryGetValue(command, out sign);

    /// <summary>The width of a spacing command in em.</summary>
    public static bool TryFindSpace(string command, out double width) => Spaces.TryGetValue(command, out width);

    /// <summary>Kind of a character that stands for itself, and the sign it is set as.</summary>
    public static (AtomKind Kind, string Text) Character(string character) => character switch
    {
        "-" => (AtomKind.Binary, "−"),
        "*" => (AtomKind.Binary, "∗"),
        "+" or "±" or "×" or "·" or "⋅" => (AtomKind.Binary, character),
        "=" or "<" or ">" or ":" or "≤" or "≥" or "≈" or "≠" or "→" or "←" or "∈" or "∼" => (AtomKind.Relation, character),
        "(" or "[" => (AtomKind.Opening, character),
        ")" or "]" or "!" or "?" => (AtomKind.Closing, character),
        "," or ";" => (AtomKind.Punctuation, character),
        _ => (AtomKind.Ordinary, character),
    };

    private static void Add(AtomKind kind, string pairs)
    {
        var words = pairs.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i += 2)
            Signs[words[i]] = (kind, words[i + 1]);
    }

    private static void AddNames(AtomKind kind, string names)
    {
        foreach (var name in names.Split(' '))
            Signs[name] = (kind, name);
    }
}
